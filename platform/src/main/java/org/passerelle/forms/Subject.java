package org.passerelle.forms;

import java.util.UUID;

/**
 * Whom or what a form is about.
 *
 * @param kind {@code screening}, {@code person} or {@code case}
 * @param id of the subject
 * @param key of the vault under which the answers are sealed
 * @param organisation whose file it is
 */
public record Subject(String kind, UUID id, UUID key, UUID organisation) {}
