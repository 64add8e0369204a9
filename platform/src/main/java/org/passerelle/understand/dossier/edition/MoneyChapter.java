package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Money;

/** Chapter 8: who pays whom. */
final class MoneyChapter extends WrittenChapter {
  MoneyChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    Money money = findings.money();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        pen.finding(
            pen.text(
                "dossier.money.found", money.ties(), money.unknown(), money.currencies().size())));
    for (Money.Currency currency : money.currencies()) {
      boolean hides = pen.anonymised() && currency.flows().stream().anyMatch(MoneyChapter::few);
      if (!hides && currency.flows().size() > 1) {
        blocks.add(Sankey.of(currency, told(currency), pen));
      }
      flows(currency, hides, blocks);
    }
    blocks.add(pen.caveat(pen.text("dossier.money.caveat")));
    return blocks;
  }

  private static boolean few(Money.Flow flow) {
    return flow.payers() < SmallCells.THRESHOLD || flow.payments() < SmallCells.THRESHOLD;
  }

  private List<String> told(Money.Currency currency) {
    return currency.flows().stream()
        .map(
            f ->
                pen.role(f.from())
                    + " → "
                    + pen.role(f.to())
                    + ": "
                    + pen.money(f.sum(), currency.code()))
        .toList();
  }

  private void flows(Money.Currency currency, boolean hides, List<Block> blocks) {
    List<List<String>> rows = new ArrayList<>();
    List<String> withheld = new ArrayList<>();
    for (Money.Flow flow : currency.flows()) {
      if (hides && few(flow)) {
        withheld.add(pen.role(flow.from()) + " → " + pen.role(flow.to()));
        continue;
      }
      rows.add(
          List.of(
              pen.role(flow.from()),
              pen.role(flow.to()),
              pen.money(flow.sum(), currency.code()),
              pen.number(flow.payments())));
    }
    String caption =
        hides
            ? pen.text("dossier.money.flows.hidden", currency.code())
            : pen.text("dossier.money.flows", pen.money(currency.sum(), currency.code()));
    blocks.add(
        rows.isEmpty()
            ? pen.paragraph(caption + ".")
            : new Block.Table(
                caption,
                List.of(
                    pen.text("dossier.col.from"),
                    pen.text("dossier.col.to"),
                    pen.text("dossier.col.sum"),
                    pen.text("dossier.col.payments")),
                rows,
                2,
                pen.text("dossier.none")));
    blocks.addAll(pen.withheld(withheld));
  }
}
