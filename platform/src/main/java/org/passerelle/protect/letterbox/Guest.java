package org.passerelle.protect.letterbox;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What the server's session holds of somebody who opened a letterbox.
 *
 * @param referral the one dossier that they see
 * @param code number of the code that let them in; another ends this visit
 * @param seen at the last request
 */
public record Guest(UUID referral, int code, Instant started, Instant seen)
    implements Serializable {}
