package org.passerelle.protect.sharing.referral.onward;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;

/**
 * A further recipient of a dossier, or of part of it, who was told that the sender recalled it.
 *
 * @param originReferral by which the dossier was given to the organisation that passed it on
 * @param onward the referral or question by which it was passed on
 * @param name its name as the organisation that passed it on has it
 * @param country code
 * @param state {@code told}, {@code confirmed} or {@code forbidden}
 * @param law that forbids erasing the recipient's own file; only for the last state
 * @param toldAt when the recipient was told, or this was heard of
 * @param answeredAt when the recipient answered, or null
 */
public record OnwardRecipient(
    UUID originReferral,
    UUID onward,
    UUID recipient,
    Wording name,
    String country,
    String state,
    WithdrawalAnswers.@Nullable Statement law,
    Instant toldAt,
    @Nullable Instant answeredAt) {}
