"""What is asked: banks of items and the frameworks they answer to. Data in, values out."""
