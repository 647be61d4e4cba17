"""Windows beside the main one; none must be clicked away before the work goes on."""
