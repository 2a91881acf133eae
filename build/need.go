package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// need makes sure that Debian packages are there. It installs those that are
// missing where it may, and otherwise says exactly what to install.
func need(packages []string, _ io.Reader, out, errs io.Writer) error {
	missing := missingPackages(packages)
	if len(missing) == 0 {
		return nil
	}
	command := "apt-get install -y --no-install-recommends " + strings.Join(missing, " ")
	if _, err := exec.LookPath("apt-get"); err != nil {
		return fmt.Errorf("the tests need %s, as Debian names them: install them for your system", strings.Join(missing, " and "))
	}
	if os.Geteuid() != 0 {
		return fmt.Errorf("the tests need %s: run sudo %s", strings.Join(missing, " and "), command)
	}
	fmt.Fprintln(out, "installing", strings.Join(missing, " and "))
	for _, step := range []string{"apt-get update", command} {
		cmd := exec.Command("sh", "-c", step)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		if said, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", step, err, said)
		}
	}
	if still := missingPackages(packages); len(still) > 0 {
		return errors.New("still missing: " + strings.Join(still, ", "))
	}
	return nil
}

// missingPackages lists the packages that are not installed. A program of the
// package's name counts as the package, wherever it came from.
func missingPackages(packages []string) []string {
	var missing []string
	for _, p := range packages {
		if _, err := exec.LookPath(p); err == nil {
			continue
		}
		state, err := exec.Command("dpkg-query", "-W", "-f", "${Status}", p).Output()
		if err != nil || !strings.Contains(string(state), "install ok installed") {
			missing = append(missing, p)
		}
	}
	return missing
}
