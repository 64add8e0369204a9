package org.passerelle.house.log;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.audit.AuditEntry;
import org.passerelle.pages.Page;

/**
 * A page of the log.
 *
 * @param node whether all organisations are shown, or the reader's own only
 * @param subject filter as typed
 * @param user filter as typed
 * @param wrong whether a filter is no identifier that exists
 * @param names of users, by identifier
 */
public record AuditPage(
    boolean node,
    List<AuditEntry> entries,
    long total,
    int number,
    boolean more,
    String subject,
    String user,
    String action,
    boolean wrong,
    Map<UUID, String> names,
    List<String> actions) {
  public AuditPage {
    entries = List.copyOf(entries);
    actions = List.copyOf(actions);
  }

  /** Who acted. */
  public String name(@Nullable UUID id, Page page) {
    if (ApprovalRequest.OPERATOR.equals(id)) {
      return page.text("approval.operator");
    }
    return id == null ? page.text("audit.house") : names.getOrDefault(id, id.toString());
  }

  /** The question that the filters ask. */
  public String heading(Page page) {
    if (!subject.isEmpty() && user.isEmpty()) {
      return page.text("audit.who-looked", subject);
    }
    return user.isEmpty() || !subject.isEmpty()
        ? page.text("audit.title")
        : page.text("audit.what-read", user);
  }
}
