package org.passerelle.protect.casework.followup.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.protect.casework.followup.FollowUp;

/**
 * View of follow-ups in all cases.
 *
 * @param urgent late, failed, or with a concern
 * @param planned the others, earliest first
 * @param names names of colleagues
 */
public record FollowUpBoard(
    List<FollowUp> urgent, List<FollowUp> planned, Map<UUID, String> names) {
  /** Name of the assignee, or a placeholder for a deleted user. */
  public String name(FollowUp one) {
    return names.getOrDefault(one.assigned(), "…");
  }
}
