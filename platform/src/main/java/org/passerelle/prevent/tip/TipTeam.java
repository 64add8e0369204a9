package org.passerelle.prevent.tip;

import java.util.UUID;
import org.passerelle.language.Wording;

/**
 * A team that receives tips.
 *
 * @param recipient the key to which browsers seal, {@code age1…}
 */
public record TipTeam(UUID organisation, Wording name, String country, String recipient) {}
