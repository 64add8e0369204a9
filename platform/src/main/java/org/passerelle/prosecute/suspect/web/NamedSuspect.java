package org.passerelle.prosecute.suspect.web;

import java.util.UUID;

/**
 * A suspect whom a case names and nobody has entered.
 *
 * @param victim the victim's entry
 * @param called what the victim is called
 * @param index place in the victim's list
 * @param of how many the list has
 */
public record NamedSuspect(UUID victim, String called, int index, int of, String name) {}
