package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.AuditReport;
import org.passerelle.disclosure.CellName;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.disclosure.Utility;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same tables under several policies, side by side. It holds no figure: numbers of cells,
 * errors, and names of cells.
 *
 * @param period id of the period
 * @param tables ids of the compared tables
 */
public record PolicyComparison(String period, List<String> tables, List<Column> columns) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public PolicyComparison {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
  }

  /**
   * One policy.
   *
   * @param policy its code
   * @param loss what readers would lose; null if nothing may be published
   * @param audit what the attack came to; null if no pattern was found to attack
   * @param tables one for each table, in their order; empty if nothing may be published
   * @param hidden names of hidden figures
   * @param blocking names of the cells that keep the tables from being published
   */
  public record Column(
      String policy,
      @Nullable Loss loss,
      @Nullable Attacked audit,
      List<Table> tables,
      List<CellName> hidden,
      List<CellName> blocking) {
    public Column {
      tables = List.copyOf(tables);
      hidden = List.copyOf(hidden);
      blocking = List.copyOf(blocking);
    }
  }

  /** Figures of a table above zero that are shown, and hidden ones. */
  public record Table(String id, long shown, long hidden) {}

  /**
   * What readers lose.
   *
   * @param absolute mean distance of a shown figure from the true one
   * @param relative the same as a share of the true one
   * @param ranks share of pairs of figures whose order is lost or wrong, 0 to 1
   */
  public record Loss(int lost, int vanished, double absolute, double relative, double ranks) {}

  /**
   * The attack.
   *
   * @param cells attacked cells
   * @param insiders persons alone in a cell who attacked, too
   * @param found cells that could be worked out, or nearly
   */
  public record Attacked(int cells, int insiders, int found) {}

  static Column column(ReleasePolicy policy, FigureProposals.Weighed weighed) {
    Published published = weighed.outcome().published();
    Utility utility = weighed.utility();
    AuditReport audit = weighed.audit();
    return new Column(
        policy.code(),
        utility == null
            ? null
            : new Loss(
                utility.lost(),
                utility.vanished(),
                utility.absolute(),
                utility.relative(),
                utility.ranksChanged()),
        audit == null
            ? null
            : new Attacked(audit.attacked(), audit.insiders(), audit.findings().size()),
        published == null
            ? List.of()
            : PublishedTable.of(published).stream()
                .map(one -> new Table(one.id(), one.shown(), one.hidden()))
                .toList(),
        published == null ? List.of() : hidden(published),
        weighed.outcome().cells());
  }

  private static List<CellName> hidden(Published published) {
    List<CellName> names = new ArrayList<>();
    for (int figure = 0; figure < published.layout().shown(); figure++) {
      if (published.mark(figure) == Published.Mark.HIDDEN) {
        names.add(new CellName(CellName.Of.RELEASE, published.layout().name(figure), ""));
      }
    }
    return names;
  }

  byte[] json() {
    return JSON.writeValueAsBytes(this);
  }

  static PolicyComparison read(byte[] json) {
    return JSON.readValue(json, PolicyComparison.class);
  }
}
