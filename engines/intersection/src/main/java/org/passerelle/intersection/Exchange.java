package org.passerelle.intersection;

import java.time.LocalDate;

/**
 * The parties and the day. Secrets are drawn anew for each.
 *
 * @param asked organisation and node, {@code organisation@node}
 * @param asker likewise
 */
public record Exchange(String asked, String asker, LocalDate day) {}
