"""Drawing primitives of the illustrator: paths, masks, sheets, pens, the surfaces of the looks. Knows no things."""
