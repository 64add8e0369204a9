package org.passerelle.audit.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lines wait beside their transaction and join the chain when it commits. */
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
    append(who.user(), who.organisation(), List.of(new Line(action, subjectKind, subject, detail)));
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
    append(who.user(), who.organisation(), lines);
  }

  private void append(@Nullable UUID user, UUID organisation, List<Line> lines) {
    WaitingLines.here(chain)
        .add(lines.stream().map(line -> Unchained.of(user, organisation, line)).toList());
  }
}
