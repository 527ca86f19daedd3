<?php
/** Makes the tables and the first user. The folder of WordPress is the first argument. */
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
// Nobody gets a letter.
add_filter('pre_wp_mail', '__return_true');
wp_install('Shop', 'admin', 'admin@shop.example', true, '', wp_generate_password(24));
update_option('permalink_structure', '/%postname%/');
