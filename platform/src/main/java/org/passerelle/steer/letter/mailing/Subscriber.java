package org.passerelle.steer.letter.mailing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants the letter in one language.
 *
 * @param language BCP 47 tag of the edition
 * @param confirmedAt when they opened the link that was mailed to the address; null before that
 * @param bounces mails that came back
 */
public record Subscriber(
    UUID id,
    String address,
    String language,
    Instant askedAt,
    @Nullable Instant confirmedAt,
    int bounces) {}
