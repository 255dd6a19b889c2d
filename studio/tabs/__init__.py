"""One module for each tab of the page; `stage` is the generic one, which serves every stage that has no module of its own."""
