module madoguchi

go 1.26
