package org.passerelle.prevent.tip;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.PublicProcess;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.keys.NodeMarks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tips of the process of the public pages, by the functions of {@code db/published.sql}. Its
 * account reads no table of tips: whoever has no code reaches none. The house writes the lines of
 * the log. Thread-safe.
 */
@PublicProcess
class PublishedTipPost implements TipPost {
  private final JdbcClient db;
  private final Identifiers identifiers;

  PublishedTipPost(JdbcClient db, Identifiers identifiers) {
    this.db = db;
    this.identifiers = identifiers;
  }

  @Bean
  static TipKey tipKey(@Value("${passerelle.tips-key}") Path file) {
    return new TipKey(NodeMarks.read(file));
  }

  @Override
  public boolean isSent(String ticket) {
    return db.sql("select tip_sent(:ticket)").param("ticket", ticket).query(Boolean.class).single();
  }

  @Override
  public void send(NewTip tip) {
    db.sql(
            """
            select send_tip(:id, :code, :team, :mark, :writer, :danger, :by, :part, :ticket, :sealed)""")
        .param("id", identifiers.next())
        .param("code", identifiers.shortCode())
        .param("team", tip.team())
        .param("mark", tip.mark())
        .param("writer", tip.writer())
        .param("danger", tip.danger())
        .param("by", tip.sealedBy())
        .param("part", identifiers.next())
        .param("ticket", tip.ticket())
        .param("sealed", tip.sealed())
        .query((row, n) -> tip.team())
        .single();
  }

  @Override
  public Optional<Found> find(String mark) {
    return db.sql("select team, unread, open from tip_of(:mark)")
        .param("mark", mark)
        .query(
            (row, n) ->
                new Found(
                    row.getObject("team", UUID.class),
                    row.getBoolean("unread"),
                    row.getBoolean("open")))
        .optional();
  }

  @Override
  public List<Told> told(String mark) {
    return db.sql("select at, answer from tip_told(:mark)")
        .param("mark", mark)
        .query((row, n) -> new Told(Columns.instant(row, "at"), row.getBytes("answer")))
        .list();
  }

  @Override
  public void add(String mark, String ticket, byte[] sealed) {
    String outcome =
        db.sql("select add_to_tip(:mark, :part, :ticket, :sealed)")
            .param("mark", mark)
            .param("part", identifiers.next())
            .param("ticket", ticket)
            .param("sealed", sealed)
            .query(String.class)
            .single();
    if (outcome.equals("held-off")) {
      throw new Refused("tips.refused.held-off");
    }
    if (!outcome.equals("added")) {
      throw HouseTipPost.gone();
    }
  }
}
