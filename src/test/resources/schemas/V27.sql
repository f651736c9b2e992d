CREATE TABLE `date_order_answer` (
  `header_hash` char(64) NOT NULL,
  `date_order` varchar(16) NOT NULL,
  `answered_at` datetime(6) NOT NULL,
  PRIMARY KEY (`header_hash`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE `dim_customer` (
  `customer_key` int(11) NOT NULL AUTO_INCREMENT,
  `customer_id` varchar(64) NOT NULL,
  `name` varchar(255) NOT NULL,
  `email` varchar(255) DEFAULT NULL,
  `city` varchar(255) NOT NULL,
  `source_file_id` int(11) NOT NULL,
  `source_line` int(11) NOT NULL,
  `from_sales` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`customer_key`),
  UNIQUE KEY `dim_customer_id` (`customer_id`),
  KEY `dim_customer_city` (`city`),
  KEY `dim_customer_source` (`source_file_id`),
  CONSTRAINT `dim_customer_source` FOREIGN KEY (`source_file_id`) REFERENCES `etl_file` (`file_id`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `dim_customer` VALUES (1,'C1','Zoë Müller','zoe@example.org','Köln',1,2,0);
INSERT INTO `dim_customer` VALUES (2,'C2','Ada Park',NULL,'Lyon',1,3,0);
INSERT INTO `dim_customer` VALUES (3,'C3','Bo Lind',NULL,'Turku',1,4,0);
INSERT INTO `dim_customer` VALUES (4,'C8','O\'Hara; Kim',NULL,'Oulu',5,2,1);
CREATE TABLE `dim_date` (
  `date_key` int(11) NOT NULL,
  `date` date NOT NULL,
  `year` smallint(6) NOT NULL,
  `quarter` tinyint(4) NOT NULL,
  `month` tinyint(4) NOT NULL,
  `day` tinyint(4) NOT NULL,
  `weekday` tinyint(4) NOT NULL,
  PRIMARY KEY (`date_key`),
  UNIQUE KEY `dim_date_date` (`date`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `dim_date` VALUES (20241230,'2024-12-30',2024,4,12,30,1);
INSERT INTO `dim_date` VALUES (20250131,'2025-01-31',2025,1,1,31,5);
INSERT INTO `dim_date` VALUES (20250201,'2025-02-01',2025,1,2,1,6);
INSERT INTO `dim_date` VALUES (20250220,'2025-02-20',2025,1,2,20,4);
CREATE TABLE `dim_product` (
  `product_key` int(11) NOT NULL AUTO_INCREMENT,
  `product_id` varchar(64) NOT NULL,
  `name` varchar(255) NOT NULL,
  `category` varchar(255) NOT NULL,
  `cost_price` decimal(19,4) DEFAULT NULL,
  `price` decimal(19,4) DEFAULT NULL,
  `source_file_id` int(11) NOT NULL,
  `source_line` int(11) NOT NULL,
  `from_sales` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`product_key`),
  UNIQUE KEY `dim_product_id` (`product_id`),
  KEY `dim_product_category` (`category`),
  KEY `dim_product_source` (`source_file_id`),
  CONSTRAINT `dim_product_source` FOREIGN KEY (`source_file_id`) REFERENCES `etl_file` (`file_id`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `dim_product` VALUES (1,'P1','Pencil','Office',0.4000,1.5000,2,2,0);
INSERT INTO `dim_product` VALUES (2,'P2','Lamp','Home',12.0000,29.9000,2,3,0);
INSERT INTO `dim_product` VALUES (4,'P7','Chair','Home',NULL,NULL,5,2,1);
CREATE TABLE `dismissal` (
  `dismissal_id` int(11) NOT NULL AUTO_INCREMENT,
  `note` varchar(500) NOT NULL,
  `dismissed_at` datetime(6) NOT NULL,
  PRIMARY KEY (`dismissal_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE `etl_file` (
  `file_id` int(11) NOT NULL AUTO_INCREMENT,
  `run_id` int(11) NOT NULL,
  `name` varchar(255) NOT NULL,
  `kind` varchar(16) DEFAULT NULL,
  `sha256` char(64) NOT NULL,
  `size_bytes` bigint(20) NOT NULL,
  `status` varchar(16) NOT NULL,
  `rows_read` int(11) NOT NULL DEFAULT 0,
  `inserted` int(11) NOT NULL DEFAULT 0,
  `updated` int(11) NOT NULL DEFAULT 0,
  `unchanged` int(11) NOT NULL DEFAULT 0,
  `rejected` int(11) NOT NULL DEFAULT 0,
  `parked` int(11) NOT NULL DEFAULT 0,
  `blank` int(11) NOT NULL DEFAULT 0,
  `repaired` int(11) NOT NULL DEFAULT 0,
  `released` int(11) NOT NULL DEFAULT 0,
  `message` varchar(2000) DEFAULT NULL,
  `header` text DEFAULT NULL,
  `separated_by` varchar(1) DEFAULT NULL,
  `archived_as` varchar(1000) DEFAULT NULL,
  `loaded_at` datetime(6) NOT NULL,
  `encoding` varchar(16) DEFAULT NULL,
  `date_order` varchar(16) DEFAULT NULL,
  `decimal_mark` varchar(16) DEFAULT NULL,
  `evidence` varchar(1000) DEFAULT NULL,
  `header_hash` char(64) DEFAULT NULL,
  `customers_added` int(11) NOT NULL DEFAULT 0,
  `products_added` int(11) NOT NULL DEFAULT 0,
  `warnings` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`file_id`),
  KEY `etl_file_sha256` (`sha256`),
  KEY `etl_file_run` (`run_id`),
  KEY `etl_file_loaded_at` (`loaded_at`),
  KEY `etl_file_status` (`status`,`file_id`),
  KEY `etl_file_name` (`name`,`file_id`),
  CONSTRAINT `etl_file_run` FOREIGN KEY (`run_id`) REFERENCES `etl_run` (`run_id`),
  CONSTRAINT `etl_file_balances` CHECK (`rows_read` = `inserted` + `updated` + `unchanged` + `rejected` + `parked`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `etl_file` VALUES (1,1,'customers.csv','customers','b07ac71d8c63a560592185293c235b769e1010b823c490975ad1e1ed75c9c59d',112,'loaded',3,3,0,0,0,0,0,1,0,NULL,'\"customer_id\",\"name\",\"email\",\"city\"',',','2026/11/28/customers.csv','2026-11-28 07:07:11.703342','utf-8','year_first','point','','efced73bddfc982fd0cd0866fae0fbb98daf3e55181c4fb8998fd04c0c852bcb',0,0,0);
INSERT INTO `etl_file` VALUES (2,1,'products.csv','products','75ba032ec3724a2f5e7d48efc903f9dee278eada16a39f3f27f3c610da814a10',91,'loaded',2,2,0,0,0,0,0,0,0,NULL,'\"product_id\",\"name\",\"category\",\"cost_price\",\"price\"',',','2026/11/28/products.csv','2026-11-28 07:07:11.828167','utf-8','year_first','point','','f95eaa5231208c1aec52f47087ef6ce6f02cc39f69090c50faf2a0d1d8f8527a',0,0,0);
INSERT INTO `etl_file` VALUES (3,1,'sales-1.csv','sales','a7793b5eab0446b8253acc8b35dcd198d87cac0f6e474f6de3bf7860fa5c2ec3',257,'loaded',6,3,0,0,2,1,0,0,0,NULL,'\"sale_id\",\"order_id\",\"customer_id\",\"product_id\",\"order_date\",\"quantity\",\"price\"',',','2026/11/28/sales-1.csv','2026-11-28 07:07:12.101247','utf-8','year_first','point','','e8e9fc7cb1acfd08cb77020faab86b8ffb1b075aaa8ef98b2481f60e158f1da7',0,0,0);
INSERT INTO `etl_file` VALUES (4,1,'sales-2.csv','sales','e6eae462b5124766e6136f6962d3b3213569a55b6a40fe7882556360e9b6407b',96,'loaded',1,0,1,0,0,0,0,0,0,NULL,'\"sale_id\",\"order_id\",\"customer_id\",\"product_id\",\"order_date\",\"quantity\",\"price\"',',','2026/11/28/sales-2.csv','2026-11-28 07:07:12.254868','utf-8','year_first','point','','e8e9fc7cb1acfd08cb77020faab86b8ffb1b075aaa8ef98b2481f60e158f1da7',0,0,0);
INSERT INTO `etl_file` VALUES (5,1,'wide.csv','sales','14d63f48ea1500778fc1bb14e8f11c47aa58503d4324a85db29c68833e26ab0b',231,'loaded',2,2,0,0,0,0,0,0,0,NULL,'\"Row ID\",\"Order ID\",\"Order Date\",\"Customer ID\",\"Customer Name\",\"City\",\"Product ID\",\"Product Name\",\"Category\",\"Sales\",\"Quantity\"',',','2026/11/28/wide.csv','2026-11-28 07:07:12.357659','utf-8','year_first','point','','8c11778b55d5fe5175ee72bfeb2689fe3bf61217d11fac15d9e184dc0b5cefda',1,1,0);
CREATE TABLE `etl_file_reason` (
  `file_id` int(11) NOT NULL,
  `reason` varchar(32) NOT NULL,
  `row_count` int(11) NOT NULL,
  PRIMARY KEY (`file_id`,`reason`),
  CONSTRAINT `etl_file_reason_file` FOREIGN KEY (`file_id`) REFERENCES `etl_file` (`file_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `etl_file_reason` VALUES (3,'bad_date',1);
INSERT INTO `etl_file_reason` VALUES (3,'quantity_not_positive',1);
INSERT INTO `etl_file_reason` VALUES (3,'unknown_customer',1);
CREATE TABLE `etl_run` (
  `run_id` int(11) NOT NULL AUTO_INCREMENT,
  `triggered_by` varchar(16) NOT NULL,
  `mode` varchar(16) NOT NULL,
  `status` varchar(16) NOT NULL,
  `started_at` datetime(6) NOT NULL,
  `finished_at` datetime(6) DEFAULT NULL,
  `message` varchar(1000) DEFAULT NULL,
  PRIMARY KEY (`run_id`),
  KEY `etl_run_status` (`status`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `etl_run` VALUES (1,'watch','incremental','succeeded','2026-11-28 07:07:11.456230','2026-11-28 07:07:12.373053',NULL);
CREATE TABLE `fact_sales` (
  `sale_key` bigint(20) NOT NULL AUTO_INCREMENT,
  `sale_id` varchar(160) NOT NULL,
  `order_id` varchar(64) NOT NULL,
  `customer_key` int(11) NOT NULL,
  `product_key` int(11) NOT NULL,
  `date_key` int(11) NOT NULL,
  `quantity` int(11) NOT NULL,
  `unit_price` decimal(19,4) NOT NULL,
  `revenue` decimal(19,4) NOT NULL,
  `source_file_id` int(11) NOT NULL,
  `source_line` int(11) NOT NULL,
  PRIMARY KEY (`sale_key`),
  UNIQUE KEY `fact_sales_id` (`sale_id`),
  KEY `fact_sales_customer` (`customer_key`),
  KEY `fact_sales_product` (`product_key`),
  KEY `fact_sales_date` (`date_key`),
  CONSTRAINT `fact_sales_customer` FOREIGN KEY (`customer_key`) REFERENCES `dim_customer` (`customer_key`),
  CONSTRAINT `fact_sales_date` FOREIGN KEY (`date_key`) REFERENCES `dim_date` (`date_key`),
  CONSTRAINT `fact_sales_product` FOREIGN KEY (`product_key`) REFERENCES `dim_product` (`product_key`)
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `fact_sales` VALUES (1,'S1','O1',1,1,20250131,5,1.2500,6.2500,4,2);
INSERT INTO `fact_sales` VALUES (2,'S2','O1',1,2,20250201,3,0.0001,0.0003,3,3);
INSERT INTO `fact_sales` VALUES (3,'S3','O2',2,1,20241230,1,899999999999999.9999,899999999999999.9999,3,4);
INSERT INTO `fact_sales` VALUES (4,'W1','O6',4,4,20250220,3,33.3333,100.0000,5,2);
INSERT INTO `fact_sales` VALUES (5,'W2','O6',4,1,20250220,7,0.1429,1.0000,5,3);
CREATE TABLE `flyway_schema_history` (
  `installed_rank` int(11) NOT NULL,
  `version` varchar(50) DEFAULT NULL,
  `description` varchar(200) NOT NULL,
  `type` varchar(20) NOT NULL,
  `script` varchar(1000) NOT NULL,
  `checksum` int(11) DEFAULT NULL,
  `installed_by` varchar(100) NOT NULL,
  `installed_on` timestamp NOT NULL DEFAULT current_timestamp(),
  `execution_time` int(11) NOT NULL,
  `success` tinyint(1) NOT NULL,
  PRIMARY KEY (`installed_rank`),
  KEY `flyway_schema_history_s_idx` (`success`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `flyway_schema_history` VALUES (1,'1','create etl run','SQL','V1__create_etl_run.sql',1372370292,'sales_etl','2026-11-28 07:06:19',7,1);
INSERT INTO `flyway_schema_history` VALUES (2,'2','create etl file','SQL','V2__create_etl_file.sql',-1407684494,'sales_etl','2026-11-28 07:06:19',5,1);
INSERT INTO `flyway_schema_history` VALUES (3,'3','create etl file reason','SQL','V3__create_etl_file_reason.sql',-1778297752,'sales_etl','2026-11-28 07:06:19',3,1);
INSERT INTO `flyway_schema_history` VALUES (4,'4','create dim customer','SQL','V4__create_dim_customer.sql',1941335911,'sales_etl','2026-11-28 07:06:19',57,1);
INSERT INTO `flyway_schema_history` VALUES (5,'5','create dim product','SQL','V5__create_dim_product.sql',1159789272,'sales_etl','2026-11-28 07:06:19',11,1);
INSERT INTO `flyway_schema_history` VALUES (6,'6','create dim date','SQL','V6__create_dim_date.sql',-1875126344,'sales_etl','2026-11-28 07:06:19',8,1);
INSERT INTO `flyway_schema_history` VALUES (7,'7','create fact sales','SQL','V7__create_fact_sales.sql',749921412,'sales_etl','2026-11-28 07:06:19',7,1);
INSERT INTO `flyway_schema_history` VALUES (8,'8','create quarantine','SQL','V8__create_quarantine.sql',-597136761,'sales_etl','2026-11-28 07:06:19',8,1);
INSERT INTO `flyway_schema_history` VALUES (9,'9','create parked sale','SQL','V9__create_parked_sale.sql',-1297244839,'sales_etl','2026-11-28 07:06:19',8,1);
INSERT INTO `flyway_schema_history` VALUES (10,'10','index etl file','SQL','V10__index_etl_file.sql',388117675,'sales_etl','2026-11-28 07:06:19',13,1);
INSERT INTO `flyway_schema_history` VALUES (11,'11','create rollup customer','SQL','V11__create_rollup_customer.sql',1454768361,'sales_etl','2026-11-28 07:06:19',94,1);
INSERT INTO `flyway_schema_history` VALUES (12,'12','create rollup product','SQL','V12__create_rollup_product.sql',-199213119,'sales_etl','2026-11-28 07:06:19',8,1);
INSERT INTO `flyway_schema_history` VALUES (13,'13','create rollup day','SQL','V13__create_rollup_day.sql',2115923806,'sales_etl','2026-11-28 07:06:19',61,1);
INSERT INTO `flyway_schema_history` VALUES (14,'14','create rollup month','SQL','V14__create_rollup_month.sql',-85940735,'sales_etl','2026-11-28 07:06:20',26,1);
INSERT INTO `flyway_schema_history` VALUES (15,'15','create sales pack','SQL','V15__create_sales_pack.sql',316073622,'sales_etl','2026-11-28 07:06:20',18,1);
INSERT INTO `flyway_schema_history` VALUES (16,'16','fill rollups','JDBC','org.salesetl.rollup.FillRollups',1,'sales_etl','2026-11-28 07:06:20',131,1);
INSERT INTO `flyway_schema_history` VALUES (17,'17','drop fact sales source','SQL','V17__drop_fact_sales_source.sql',779713839,'sales_etl','2026-11-28 07:06:20',47,1);
INSERT INTO `flyway_schema_history` VALUES (18,'18','add conventions to etl file','SQL','V18__add_conventions_to_etl_file.sql',-329048994,'sales_etl','2026-11-28 07:06:20',96,1);
INSERT INTO `flyway_schema_history` VALUES (19,'19','create date order answer','SQL','V19__create_date_order_answer.sql',177254519,'sales_etl','2026-11-28 07:06:20',26,1);
INSERT INTO `flyway_schema_history` VALUES (20,'20','add amount to parked sale','SQL','V20__add_amount_to_parked_sale.sql',-1408993238,'sales_etl','2026-11-28 07:06:20',16,1);
INSERT INTO `flyway_schema_history` VALUES (21,'21','add from sales','SQL','V21__add_from_sales.sql',-691339291,'sales_etl','2026-11-28 07:06:20',184,1);
INSERT INTO `flyway_schema_history` VALUES (22,'22','settle quarantine','SQL','V22__settle_quarantine.sql',1985649917,'sales_etl','2026-11-28 07:06:20',23,1);
INSERT INTO `flyway_schema_history` VALUES (23,'23','create dismissal','SQL','V23__create_dismissal.sql',-1519674570,'sales_etl','2026-11-28 07:06:20',47,1);
INSERT INTO `flyway_schema_history` VALUES (24,'24','create settled row','SQL','V24__create_settled_row.sql',-1857629795,'sales_etl','2026-11-28 07:06:20',5,1);
INSERT INTO `flyway_schema_history` VALUES (25,'25','say which sale is quarantined','SQL','V25__say_which_sale_is_quarantined.sql',818913557,'sales_etl','2026-11-28 07:06:20',8,1);
INSERT INTO `flyway_schema_history` VALUES (26,'26','create run lease','SQL','V26__create_run_lease.sql',-151455650,'sales_etl','2026-11-28 07:06:21',31,1);
INSERT INTO `flyway_schema_history` VALUES (27,'27','insert run lease','SQL','V27__insert_run_lease.sql',465847659,'sales_etl','2026-11-28 07:06:21',1,1);
CREATE TABLE `parked_sale` (
  `file_id` int(11) NOT NULL,
  `line` int(11) NOT NULL,
  `sale_id` varchar(160) NOT NULL,
  `order_id` varchar(64) NOT NULL,
  `customer_id` varchar(64) NOT NULL,
  `product_id` varchar(64) NOT NULL,
  `sale_date` date NOT NULL,
  `quantity` int(11) NOT NULL,
  `unit_price` decimal(19,4) DEFAULT NULL,
  `amount` decimal(19,4) DEFAULT NULL,
  PRIMARY KEY (`file_id`,`line`),
  KEY `parked_sale_id` (`sale_id`),
  KEY `parked_sale_customer` (`customer_id`),
  KEY `parked_sale_product` (`product_id`),
  CONSTRAINT `parked_sale_row` FOREIGN KEY (`file_id`, `line`) REFERENCES `quarantine` (`file_id`, `line`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `parked_sale` VALUES (3,6,'S5','O4','C9','P1','2025-02-15',4,1.5000,NULL);
CREATE TABLE `quarantine` (
  `quarantine_id` bigint(20) NOT NULL AUTO_INCREMENT,
  `file_id` int(11) NOT NULL,
  `line` int(11) NOT NULL,
  `kind` varchar(16) NOT NULL,
  `status` varchar(16) NOT NULL,
  `reason` varchar(32) NOT NULL,
  `reasons` varchar(512) NOT NULL,
  `faults` longtext NOT NULL,
  `raw` longtext NOT NULL,
  `occurrence` int(11) DEFAULT NULL,
  `settled_by` int(11) DEFAULT NULL,
  `amount` decimal(19,4) DEFAULT NULL,
  `settled_line` int(11) DEFAULT NULL,
  `dismissal_id` int(11) DEFAULT NULL,
  `date_key` int(11) DEFAULT NULL,
  `customer_id` varchar(64) DEFAULT NULL,
  `product_id` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`quarantine_id`),
  UNIQUE KEY `quarantine_file_line` (`file_id`,`line`),
  KEY `quarantine_status_reason` (`status`,`reason`),
  KEY `quarantine_settled_by` (`settled_by`),
  KEY `quarantine_slice` (`status`,`kind`,`date_key`,`amount`),
  CONSTRAINT `quarantine_file` FOREIGN KEY (`file_id`) REFERENCES `etl_file` (`file_id`),
  CONSTRAINT `quarantine_settled_by` FOREIGN KEY (`settled_by`) REFERENCES `etl_file` (`file_id`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `quarantine` VALUES (1,3,5,'sales','rejected','quantity_not_positive','quantity_not_positive','[{\"code\":\"quantity_not_positive\",\"column\":\"quantity\",\"value\":\"-1\",\"message\":\"expected a quantity of one or more but found -1\"}]','S4,O3,C2,P2,2025-02-14,-1,',NULL,NULL,NULL,NULL,NULL,20250214,'C2','P2');
INSERT INTO `quarantine` VALUES (2,3,7,'sales','rejected','bad_date','bad_date','[{\"code\":\"bad_date\",\"column\":\"order_date\",\"value\":\"someday\",\"message\":\"expected a date such as 2025-01-31 but found someday\"}]','S6,O5,C1,P1,someday,1,1.50',NULL,NULL,1.5000,NULL,NULL,NULL,'C1','P1');
INSERT INTO `quarantine` VALUES (3,3,6,'sales','parked','unknown_customer','unknown_customer','[{\"code\":\"unknown_customer\",\"column\":\"customer_id\",\"value\":\"C9\",\"message\":\"expected a known customer but found C9; a customers file that brings it sets this sale free\"}]','S5,O4,C9,P1,2025-02-15,4,1.50',NULL,NULL,6.0000,NULL,NULL,20250215,'C9','P1');
CREATE TABLE `rollup_customer` (
  `customer_key` int(11) NOT NULL,
  `sales` bigint(20) NOT NULL,
  `quantity` bigint(20) NOT NULL,
  `revenue` decimal(38,4) NOT NULL,
  PRIMARY KEY (`customer_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `rollup_customer` VALUES (1,2,8,6.2503);
INSERT INTO `rollup_customer` VALUES (2,1,1,899999999999999.9999);
INSERT INTO `rollup_customer` VALUES (4,2,10,101.0000);
CREATE TABLE `rollup_day` (
  `date_key` int(11) NOT NULL,
  `sales` bigint(20) NOT NULL,
  `quantity` bigint(20) NOT NULL,
  `revenue` decimal(38,4) NOT NULL,
  `orders` bigint(20) NOT NULL,
  PRIMARY KEY (`date_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `rollup_day` VALUES (20241230,1,1,899999999999999.9999,1);
INSERT INTO `rollup_day` VALUES (20250131,1,5,6.2500,1);
INSERT INTO `rollup_day` VALUES (20250201,1,3,0.0003,1);
INSERT INTO `rollup_day` VALUES (20250220,2,10,101.0000,1);
CREATE TABLE `rollup_month` (
  `month` int(11) NOT NULL,
  `sales` bigint(20) NOT NULL,
  `quantity` bigint(20) NOT NULL,
  `revenue` decimal(38,4) NOT NULL,
  `orders` bigint(20) NOT NULL,
  PRIMARY KEY (`month`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `rollup_month` VALUES (202412,1,1,899999999999999.9999,1);
INSERT INTO `rollup_month` VALUES (202501,1,5,6.2500,1);
INSERT INTO `rollup_month` VALUES (202502,3,13,101.0003,2);
CREATE TABLE `rollup_product` (
  `product_key` int(11) NOT NULL,
  `sales` bigint(20) NOT NULL,
  `quantity` bigint(20) NOT NULL,
  `revenue` decimal(38,4) NOT NULL,
  `unit_prices` decimal(38,4) NOT NULL,
  PRIMARY KEY (`product_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `rollup_product` VALUES (1,3,13,900000000000007.2499,900000000000001.3928);
INSERT INTO `rollup_product` VALUES (2,1,3,0.0003,0.0001);
INSERT INTO `rollup_product` VALUES (4,1,3,100.0000,33.3333);
CREATE TABLE `run_lease` (
  `lease_id` tinyint(4) NOT NULL,
  `holder` char(36) DEFAULT NULL,
  `expires_at` datetime(6) NOT NULL,
  `cancel_run` int(11) DEFAULT NULL,
  PRIMARY KEY (`lease_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `run_lease` VALUES (1,NULL,'2026-11-28 07:07:12.378502',NULL);
CREATE TABLE `sales_pack` (
  `pack_key` int(11) NOT NULL,
  `sales` int(11) NOT NULL,
  `packed` longblob NOT NULL,
  PRIMARY KEY (`pack_key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO `sales_pack` VALUES (20241203,1,0x01AC16037EE000024F32020102FFFF83E2506CE67C00000000000000);
INSERT INTO `sales_pack` VALUES (20250102,1,0x01051703FF0000024F3101010A7D00000000000000);
INSERT INTO `sales_pack` VALUES (20250202,1,0x01061703610000024F310102060100000000000000);
INSERT INTO `sales_pack` VALUES (20250207,2,0x01061703602014102700000000000000024F3604010E950500401440420F0000000000040615160500000000000000);
CREATE TABLE `settled_row` (
  `row_id` bigint(20) NOT NULL,
  `sha256` char(64) NOT NULL,
  `line` int(11) NOT NULL,
  `dismissal_id` int(11) DEFAULT NULL,
  PRIMARY KEY (`row_id`),
  KEY `settled_row_origin` (`sha256`,`line`),
  KEY `settled_row_dismissal` (`dismissal_id`),
  CONSTRAINT `settled_row_dismissal` FOREIGN KEY (`dismissal_id`) REFERENCES `dismissal` (`dismissal_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
