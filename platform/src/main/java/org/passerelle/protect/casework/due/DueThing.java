package org.passerelle.protect.casework.due;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A due item as shown to its reader.
 *
 * @param kind kind of its source
 * @param group heading of its kind on the boards
 * @param id stable identifier without meaning outside the system
 * @param caseId the case; null for an item received from outside that belongs to no case yet
 * @param code code of the case, or another designation; never a person
 * @param assigned assignee; null if it waits for any supervisor
 * @param wholeDay whether only a date is known
 * @param words description
 * @param outside description for calendar feeds, which does not name an organisation
 * @param path URL where the item is dealt with
 * @param action key of the label of its button
 * @param onFirstPage whether the Today page lists it by itself
 * @param pressing whether somebody is in need now
 */
public record DueThing(
    String kind,
    String group,
    UUID id,
    @Nullable UUID caseId,
    String code,
    @Nullable UUID assigned,
    Instant at,
    boolean wholeDay,
    String words,
    String outside,
    String path,
    String action,
    boolean onFirstPage,
    boolean pressing) {

  public boolean late(Instant now) {
    return at.isBefore(now);
  }
}
