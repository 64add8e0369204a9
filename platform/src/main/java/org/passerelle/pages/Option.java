package org.passerelle.pages;

/**
 * A choice in a form.
 *
 * @param value that is sent
 * @param label in the reader's language
 */
public record Option(String value, String label) {}
