package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/chromedp/chromedp"
)

// picture takes the picture in the README: a version that is not supported, as a
// person sees it on a desktop.
func picture(args []string, _ io.Reader, out, _ io.Writer) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "madoguchi")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if _, err := BuildSite(root, dir); err != nil {
		return err
	}
	server := httptest.NewServer(Static(dir))
	defer server.Close()
	shot, err := photograph(server.URL+"/en/infinico/version/#product=NetNebulas2+DHCP&version=3.34.3&on=2024-06-01", "#verdict", 1000, 760)
	if err != nil {
		return err
	}
	name := filepath.Join(root, ".pictures", "version.png")
	if len(args) > 0 {
		name = args[0]
	}
	if shot, err = smaller(shot); err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, %d bytes\n", name, len(shot))
	return writeFile(name, shot)
}

// photograph opens an address in Chromium and returns a PNG of the window once an
// element is there.
func photograph(address, element string, width, height int) ([]byte, error) {
	profile, err := os.MkdirTemp("", "madoguchi-chromium")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(profile)
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	ctx, close := chromedp.NewContext(ctx)
	defer close()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	var shot []byte
	err = chromedp.Run(ctx,
		chromedp.EmulateViewport(int64(width), int64(height)),
		chromedp.Navigate(address),
		chromedp.WaitVisible(element, chromedp.ByQuery),
		chromedp.CaptureScreenshot(&shot))
	if err != nil {
		return nil, fmt.Errorf("photograph %s: %w", address, err)
	}
	return shot, nil
}

// smaller keeps the 256 colours that a picture uses most, which is enough for a
// page.
func smaller(shot []byte) ([]byte, error) {
	picture, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		return nil, fmt.Errorf("read the picture: %w", err)
	}
	area := picture.Bounds()
	used := map[color.RGBA]int{}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			used[color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)]++
		}
	}
	byUse := slices.SortedFunc(maps.Keys(used), func(a, b color.RGBA) int {
		return cmp.Or(used[b]-used[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var colours color.Palette
	for _, c := range byUse[:min(256, len(byUse))] {
		colours = append(colours, c)
	}
	reduced := image.NewPaletted(area, colours)
	draw.Draw(reduced, area, picture, area.Min, draw.Src)
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, reduced); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
