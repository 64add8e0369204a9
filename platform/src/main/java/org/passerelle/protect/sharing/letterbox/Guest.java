package org.passerelle.protect.sharing.letterbox;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Session data of a guest who opened a letterbox.
 *
 * @param referral the only dossier that they see
 * @param code number of the code that let them in; a new code ends this visit
 * @param seen time of the last request
 */
public record Guest(UUID referral, int code, Instant started, Instant seen)
    implements Serializable {}
