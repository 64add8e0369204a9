package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * Somebody to whom a dossier, or part of it, was passed on and who was told that its sender took it
 * back.
 *
 * @param originReferral by which it was given to whoever passed it on
 * @param onward the referral or question by which it was passed on
 * @param name what whoever passed it on calls them
 * @param country code
 * @param state {@code told}, {@code confirmed} or {@code forbidden}
 * @param law that forbids them to erase their own file; only for the last
 * @param toldAt when this was told, or heard of
 * @param answeredAt when they answered, or null
 */
public record PassedOn(
    UUID originReferral,
    UUID onward,
    UUID recipient,
    Wording name,
    String country,
    String state,
    WithdrawalAnswers.@Nullable Statement law,
    Instant toldAt,
    @Nullable Instant answeredAt) {}
