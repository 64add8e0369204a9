package org.passerelle.protect.sharing.referral.onward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores requests to pass a dossier on, on either side. */
@Component
class OnwardRows {
  private final JdbcClient db;
  private final Clock clock;

  OnwardRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void keep(OnwardRequest request, UUID organisation) {
    db.sql("delete from onward_permission where id = :id and organisation = :organisation")
        .param("id", request.id())
        .param("organisation", organisation)
        .update();
    db.sql(
            """
            insert into onward_permission
              (id, organisation, origin_referral, asker, origin, recipient, service, purpose, fields, basis_kind, state,
               asked_at)
            values
              (:id, :organisation, :originReferral, :asker, :origin, :recipient, :service, :purpose, :fields, :kind,
               :state, :at)
            """)
        .param("id", request.id())
        .param("organisation", organisation)
        .param("originReferral", request.originReferral())
        .param("asker", request.asker())
        .param("origin", request.origin())
        .param("recipient", request.recipient())
        .param("service", request.service())
        .param("purpose", request.purpose())
        .param("fields", String.join(",", request.fields()))
        .param("kind", request.basisKind())
        .param("state", request.state())
        .param("at", Columns.at(request.askedAt()))
        .update();
  }

  int settle(UUID id, UUID organisation, String state, @Nullable UUID user) {
    return db.sql(
            """
            update onward_permission set state = :state, answered_at = :now, answered_by = :user
             where id = :id and organisation = :organisation and state = 'asked'
            """)
        .param("state", state)
        .param("now", Columns.now(clock))
        .param("user", user)
        .param("id", id)
        .param("organisation", organisation)
        .update();
  }

  Optional<OnwardRequest> find(UUID id, UUID organisation) {
    return db.sql("select * from onward_permission where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query((row, i) -> request(row))
        .optional();
  }

  static OnwardRequest request(ResultSet row) throws SQLException {
    Instant answered = Columns.instantOrNull(row, "answered_at");
    return new OnwardRequest(
        row.getObject("id", UUID.class),
        row.getObject("origin_referral", UUID.class),
        row.getObject("asker", UUID.class),
        row.getObject("origin", UUID.class),
        row.getObject("recipient", UUID.class),
        row.getString("service"),
        row.getString("purpose"),
        Arrays.asList(row.getString("fields").split(",", -1)),
        row.getString("basis_kind"),
        row.getString("state"),
        Columns.instant(row, "asked_at"),
        answered);
  }
}
