// Charts of all arms together.
