"""What a chair or a watching member asks: what is new since I last looked, who is silent; and what they order."""
