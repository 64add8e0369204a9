package org.passerelle.protect.followup.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.followup.FollowUp;

/**
 * Who is to be seen, over all cases.
 *
 * @param urgent late, in vain, or with a concern
 * @param planned the rest, the earliest first
 * @param names of colleagues
 */
public record FollowUpBoard(
    List<FollowUp> urgent, List<FollowUp> planned, Map<UUID, String> names) {
  /** Who makes it; a user who is gone is shown as such. */
  public String name(FollowUp one) {
    return names.getOrDefault(one.assigned(), "…");
  }
}
