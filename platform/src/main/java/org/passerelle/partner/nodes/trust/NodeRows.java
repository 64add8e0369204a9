package org.passerelle.partner.nodes.trust;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.gate.Backoff;
import org.passerelle.partner.nodes.identity.DescriptorText;
import org.passerelle.partner.nodes.identity.NodeDescriptor;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Other nodes in the database. */
@Component
public class NodeRows {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Backoff PAUSE = new Backoff(FIRST, Duration.ofHours(1));
  private final JdbcClient db;
  private final Clock clock;

  // a descriptor is verified whenever its text is seen for the first time
  private final Cache<String, NodeDescriptor> read = Caffeine.newBuilder().maximumSize(500).build();

  NodeRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** All nodes, by name. */
  @Transactional(readOnly = true)
  public List<PartnerNode> all() {
    return db.sql("select * from partner_node order by name").query(this::node).list();
  }

  /** The node with this identifier. */
  @Transactional(readOnly = true)
  public Optional<PartnerNode> find(UUID id) {
    return db.sql("select * from partner_node where id = :id")
        .param("id", id)
        .query(this::node)
        .optional();
  }

  /** The node with this name. */
  @Transactional(readOnly = true)
  public Optional<PartnerNode> byName(String name) {
    return db.sql("select * from partner_node where name = :name")
        .param("name", name)
        .query(this::node)
        .optional();
  }

  /** Approved nodes, in any state, that list a key. */
  public List<PartnerNode> withKey(String key) {
    return all().stream()
        .filter(node -> node.descriptor() != null && node.agreed().key(key).isPresent())
        .toList();
  }

  /** The proposed descriptor that awaits approval. */
  Optional<String> proposedText(UUID id) {
    return db.sql("select proposed from partner_node where id = :id and proposed is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  void insert(UUID id, String name, String text) {
    db.sql(
            """
            insert into partner_node (id, name, state, proposed, added_at, changed_at, failures, next_attempt_at)
            values (:id, :name, 'proposed', :text, :now, :now, 0, :now)
            """)
        .param("id", id)
        .param("name", name)
        .param("text", text)
        .param("now", Columns.now(clock))
        .update();
  }

  void propose(UUID id, @Nullable String text) {
    db.sql("update partner_node set proposed = :text, changed_at = :now where id = :id")
        .param("text", text)
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }

  void discard(UUID id) {
    db.sql("delete from partner_node where id = :id and descriptor is null")
        .param("id", id)
        .update();
  }

  /** Makes the proposed descriptor valid; false if there is no longer one. */
  boolean agree(UUID id) {
    return db.sql(
                """
            update partner_node
               set descriptor = proposed, proposed = null, changed_at = :now, failures = 0,
                   next_attempt_at = :now, problem = null,
                   state = case when state = 'proposed' then 'trusted' else state end
             where id = :id and proposed is not null
            """)
            .param("now", Columns.now(clock))
            .param("id", id)
            .update()
        == 1;
  }

  boolean move(UUID id, String from, String to) {
    return db.sql(
                """
                update partner_node
                   set state = :to, changed_at = :now, failures = 0, next_attempt_at = :now, problem = null
                 where id = :id and state = :from
                """)
            .param("to", to)
            .param("from", from)
            .param("now", Columns.now(clock))
            .param("id", id)
            .update()
        > 0;
  }

  /** Records that it returned a receipt. */
  @Transactional
  public void reached(UUID id) {
    db.sql(
            """
            update partner_node set reached_at = :now, failures = 0, next_attempt_at = :now, problem = null
             where id = :id
            """)
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }

  /**
   * Records that it could not be reached; it is called again later, with a longer delay after each
   * failure.
   */
  @Transactional
  public void missed(PartnerNode node, String problem) {
    int failures = node.failures() + 1;
    db.sql(
            """
            update partner_node set failures = :failures, next_attempt_at = :next, problem = :problem
             where id = :id
            """)
        .param("failures", failures)
        .param("next", Columns.now(clock).plus(PAUSE.after(failures)))
        .param("problem", problem)
        .param("id", node.id())
        .update();
  }

  /** Allows it to be called at once, however often it failed. */
  @Transactional
  public void callNow(UUID id) {
    db.sql("update partner_node set next_attempt_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }

  /**
   * Records that an envelope of it was accepted: it is reachable again, so that it is called at
   * once, unless it asked to wait.
   */
  @Transactional
  public void heard(UUID id) {
    db.sql(
            """
            update partner_node
               set heard_at = :now,
                   next_attempt_at = case when problem in ('busy', 'unavailable') then next_attempt_at else :now end
             where id = :id
            """)
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
  }

  private PartnerNode node(ResultSet row, int number) throws SQLException {
    return new PartnerNode(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("state"),
        descriptor(row.getString("descriptor")),
        descriptor(row.getString("proposed")),
        Columns.instant(row, "added_at"),
        Columns.instant(row, "changed_at"),
        Columns.instantOrNull(row, "heard_at"),
        Columns.instantOrNull(row, "reached_at"),
        row.getInt("failures"),
        Columns.instant(row, "next_attempt_at"),
        row.getString("problem"));
  }

  private @Nullable NodeDescriptor descriptor(@Nullable String text) {
    return text == null ? null : read.get(text, DescriptorText::read);
  }
}
