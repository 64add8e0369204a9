package org.passerelle.forms.answers;

import java.util.UUID;

/**
 * The subject of a form.
 *
 * @param kind {@code screening}, {@code person} or {@code case}
 * @param id identifier of the subject
 * @param key key in the vault under which the answers are sealed
 * @param organisation the organisation that holds the file
 */
public record Subject(String kind, UUID id, UUID key, UUID organisation) {}
