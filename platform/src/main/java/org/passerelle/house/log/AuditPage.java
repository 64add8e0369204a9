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
 * @param node whether entries of all organisations are shown, or only those of the reader's own
 * @param subject filter as entered
 * @param user filter as entered
 * @param wrong whether a filter is an unknown identifier
 * @param names names of users, by identifier
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

  /** Name of the user who acted. */
  public String name(@Nullable UUID id, Page page) {
    if (ApprovalRequest.OPERATOR.equals(id)) {
      return page.text("approval.operator");
    }
    return id == null ? page.text("audit.house") : names.getOrDefault(id, id.toString());
  }

  /** Heading that describes the filters. */
  public String heading(Page page) {
    if (!subject.isEmpty() && user.isEmpty()) {
      return page.text("audit.who-looked", subject);
    }
    return user.isEmpty() || !subject.isEmpty()
        ? page.text("audit.title")
        : page.text("audit.what-read", user);
  }
}
