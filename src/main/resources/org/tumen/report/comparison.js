// Charts of the comparison.
