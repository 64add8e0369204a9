package org.passerelle.linkage.generator;

/**
 * An invented person of a {@link Design}, and where they live.
 *
 * @param person with the telephone of the household, or an empty text
 * @param married the surname taken by marriage, both forms; an empty text where there is none
 */
record Dweller(Person person, String address, String married) {}
