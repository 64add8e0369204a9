package org.passerelle.protect.due;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One due thing as its reader sees it.
 *
 * @param kind of its source
 * @param group of its kind on the boards
 * @param id stable, and without meaning outside the house
 * @param caseId the case; null for what came from outside and belongs to no case yet
 * @param code of the case, or what else names it; never a person
 * @param assigned who has to do it; null where it waits for whoever supervises
 * @param wholeDay whether only the day is known
 * @param words what it is
 * @param outside the same for a calendar outside the house: no organisation either
 * @param path where it is done
 * @param action key of the word on its button
 * @param onFirstPage whether the first page shows it by itself
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

  /** Whether its moment has passed. */
  public boolean late(Instant now) {
    return at.isBefore(now);
  }
}
