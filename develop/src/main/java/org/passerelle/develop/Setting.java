package org.passerelle.develop;

/**
 * One setting of the server, as its page lists it.
 *
 * @param name as Spring knows it, such as {@code passerelle.session.idle}
 * @param meaning one sentence
 * @param preset the value without the operator's word; empty if there is none
 */
record Setting(String name, String meaning, String preset) {}
