package org.salesetl.sample;

import java.util.List;

/** The categories of the sample shop. Each category has kinds of products with names and prices that fit the category. */
enum Category {
    ELECTRONICS(
            "Electronics",
            "EL",
            new Good("#{Computer.brand} 14\" Laptop", 1049, 1499),
            new Good("USB-C Charger 65 W", 19, 45),
            new Good("#{Computer.brand} Wireless Mouse", 15, 49),
            new Good("Noise Cancelling Headphones, #{Color.name}", 89, 279),
            new Good("#{Computer.brand} 27\" Monitor", 159, 349),
            new Good("Bluetooth Speaker, #{Color.name}", 25, 99),
            new Good("Mechanical Keyboard", 59, 139),
            new Good("HDMI Cable 2 m", 7, 15),
            new Good("Power Bank 20,000 mAh", 25, 49),
            new Good("Portable SSD 1 TB", 75, 139),
            new Good("#{Computer.brand} Webcam", 29, 89),
            new Good("Smart Plug", 9, 19)),
    CLOTHING(
            "Clothing",
            "CL",
            new Good("Cotton T-Shirt, #{Color.name}", 12, 25),
            new Good("Slim Fit Jeans", 39, 79),
            new Good("Wool Sweater, #{Color.name}", 45, 95),
            new Good("Rain Jacket, #{Color.name}", 59, 149),
            new Good("Hooded Sweatshirt, #{Color.name}", 29, 59),
            new Good("Sport Socks 3-Pack", 8, 16),
            new Good("Leather Belt", 19, 45),
            new Good("Linen Shirt, #{Color.name}", 29, 65),
            new Good("Knit Beanie, #{Color.name}", 12, 25),
            new Good("Summer Dress, #{Color.name}", 35, 85),
            new Good("Chino Shorts", 25, 45)),
    BOOKS(
            "Books",
            "BK",
            new Good("#{Book.title} (Paperback)", 9, 18),
            new Good("#{Book.title} (Hardcover)", 19, 34),
            new Good("#{Book.title} (Paperback)", 9, 18),
            new Good("#{Book.title} (Large Print)", 17, 28),
            new Good("#{Book.title} (Paperback)", 9, 18),
            new Good("#{Book.title} (Audiobook)", 15, 30)),
    HOME_AND_KITCHEN(
            "Home & Kitchen",
            "HK",
            new Good("#{Appliance.brand} Espresso Machine", 149, 399),
            new Good("Chef's Knife 8\"", 25, 89),
            new Good("Bath Towel Set, #{Color.name}", 19, 45),
            new Good("#{Appliance.brand} Blender", 35, 99),
            new Good("Stoneware Mug, #{Color.name}", 7, 15),
            new Good("Cast Iron Skillet 10\"", 25, 49),
            new Good("Desk Lamp, #{Color.name}", 22, 59),
            new Good("#{Appliance.brand} Vacuum Cleaner", 99, 279),
            new Good("Storage Boxes, Set of 4", 15, 35),
            new Good("Bed Sheet Set, Queen", 29, 79),
            new Good("Wall Clock, #{Color.name}", 15, 39)),
    TOYS(
            "Toys",
            "TY",
            new Good("#{Boardgame.name} (Board Game)", 25, 69),
            new Good("Wooden Train Set", 29, 69),
            new Good("Plush Bear, #{Color.name}", 12, 29),
            new Good("1,000-Piece Jigsaw Puzzle", 12, 22),
            new Good("Building Bricks, 500 Pieces", 25, 49),
            new Good("Remote Control Car", 29, 89),
            new Good("#{Boardgame.name} (Board Game)", 25, 69),
            new Good("Doll House", 49, 129),
            new Good("Modeling Clay, 12 Colors", 7, 15),
            new Good("Kite, #{Color.name}", 11, 25)),
    SPORTS(
            "Sports",
            "SP",
            new Good("#{Brand.sport} Running Shoes", 65, 149),
            new Good("Yoga Mat, #{Color.name}", 18, 45),
            new Good("Adjustable Dumbbells 2 x 20 lb", 79, 189),
            new Good("#{Brand.sport} Soccer Ball", 17, 39),
            new Good("Steel Water Bottle, #{Color.name}", 12, 29),
            new Good("Two-Person Tent", 89, 199),
            new Good("Tennis Balls, Can of 3", 5, 9),
            new Good("#{Brand.sport} Gym Bag", 25, 59),
            new Good("Resistance Bands", 11, 25),
            new Good("Bike Helmet, #{Color.name}", 35, 89));

    private final String label;
    private final String prefix;
    private final List<Good> goods;

    Category(String label, String prefix, Good... goods) {
        this.label = label;
        this.prefix = prefix;
        this.goods = List.of(goods);
    }

    /** The name of the category in the file. */
    String label() {
        return label;
    }

    /** The first letters of the product ids of this category. */
    String prefix() {
        return prefix;
    }

    List<Good> goods() {
        return goods;
    }

    /**
     * A kind of product.
     *
     * @param name an expression for Datafaker
     * @param low the lowest price, in whole dollars
     * @param high the highest price, in whole dollars
     */
    record Good(String name, int low, int high) {}
}
