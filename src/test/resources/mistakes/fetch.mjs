const answer = await fetch("https://shop.example");
