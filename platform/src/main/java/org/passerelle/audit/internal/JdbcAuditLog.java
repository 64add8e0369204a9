package org.passerelle.audit.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Buffers entries with their transaction and appends them to the chain when it commits. */
@Component
class JdbcAuditLog implements AuditLog {
  private final Chain chain;

  JdbcAuditLog(Chain chain) {
    this.chain = chain;
  }

  @Override
  @Transactional
  public void write(
      SignedIn who,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail) {
    writeAll(who, List.of(new Line(action, subjectKind, subject, detail)));
  }

  @Override
  @Transactional
  public void writeByHouse(
      UUID organisation,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail) {
    append(null, organisation, List.of(new Line(action, subjectKind, subject, detail)));
  }

  @Override
  @Transactional
  public void writeAll(SignedIn who, List<Line> lines) {
    UUID token = who.token();
    append(
        who.user(),
        who.organisation(),
        token == null ? lines : lines.stream().map(line -> byToken(line, token)).toList());
  }

  /** Marks what a program did with a user's token, to distinguish it from what the user did. */
  private static Line byToken(Line line, UUID token) {
    Map<String, String> detail = new HashMap<>(line.detail());
    detail.put("by-token", token.toString());
    return new Line(line.action(), line.subjectKind(), line.subject(), detail);
  }

  private void append(@Nullable UUID user, UUID organisation, List<Line> lines) {
    WaitingLines.here(chain)
        .add(lines.stream().map(line -> Unchained.of(user, organisation, line)).toList());
  }
}
