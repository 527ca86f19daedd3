<?php
/**
 * Plugin Name: A shop's questions, for the proof of @aftercart/adapter-wordpress
 *
 * What a shop has that keeps its questions in WordPress: a kind of post, its topics, and languages by `lang`, as Polylang and WPML have them.
 * Besides, a way to fill all of it, which is only open to who knows AFTERCART_PROOF_SECRET.
 */
add_action('init', function () {
    register_post_type('faq', ['public' => true, 'show_in_rest' => true, 'rest_base' => 'faq', 'supports' => ['title', 'editor'], 'labels' => ['name' => 'Questions']]);
    register_taxonomy('faq_topic', 'faq', ['public' => true, 'show_in_rest' => true, 'rest_base' => 'faq-topics', 'hierarchical' => true]);
});

/** Only what is in the language that is asked for. */
function aftercart_in_language(array $arguments, WP_REST_Request $request): array {
    if ($request['lang']) {
        $arguments['meta_query'] = [['key' => 'lang', 'value' => (string) $request['lang']]];
    }
    return $arguments;
}
add_filter('rest_faq_query', 'aftercart_in_language', 10, 2);
add_filter('rest_post_search_query', 'aftercart_in_language', 10, 2);

add_action('rest_api_init', function () {
    register_rest_route('aftercart-proof/v1', '/questions', [
        'methods' => 'POST',
        'permission_callback' => fn (WP_REST_Request $request) => hash_equals(AFTERCART_PROOF_SECRET, (string) $request->get_header('x-proof-secret')),
        'callback' => fn (WP_REST_Request $request) => aftercart_fill($request->get_json_params()),
    ]);
});

/** Throws everything away and writes these questions; answers their ids, in their order, and those of their topics. */
function aftercart_fill(array $questions): array {
    global $wpdb;
    // An editor may write any HTML.
    kses_remove_filters();
    wp_suspend_cache_invalidation(true);
    foreach (['posts', 'postmeta', 'terms', 'term_taxonomy', 'term_relationships'] as $table) {
        $wpdb->query("delete from {$wpdb->$table}");
    }
    wp_suspend_cache_invalidation(false);
    wp_cache_flush();
    $topics = [];
    $ids = [];
    foreach ($questions as $question) {
        $topic = $question['topic'] ?? null;
        if ($topic && !isset($topics[$topic['key']])) {
            $term = wp_insert_term(wp_slash($topic['name']), 'faq_topic', ['slug' => sanitize_title($topic['key'])]);
            $topics[$topic['key']] = is_wp_error($term) ? (int) $term->get_error_data() : $term['term_id'];
        }
        $id = wp_insert_post(wp_slash([
            'post_type' => $question['type'] ?? 'faq', 'post_status' => $question['status'] ?? 'publish', 'post_password' => $question['password'] ?? '',
            'post_title' => $question['title'], 'post_content' => $question['content'], 'meta_input' => ['lang' => $question['lang'] ?? ''],
        ]));
        if ($topic) {
            wp_set_object_terms($id, $topics[$topic['key']], 'faq_topic');
        }
        if (isset($question['modified'])) {
            $wpdb->update($wpdb->posts, ['post_modified_gmt' => $question['modified'], 'post_modified' => $question['modified']], ['ID' => $id]);
        }
        $ids[] = $id;
    }
    wp_cache_flush();
    return ['ids' => $ids, 'topics' => (object) $topics];
}
