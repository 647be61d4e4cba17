"""The pieces that the tabs are made of: stock widgets, and paint only in delegates."""
