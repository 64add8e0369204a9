package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Money;

/** Chapter 8: who pays whom. */
final class MoneyChapter extends WrittenChapter {
  MoneyChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    Money money = findings.money();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        editionFormat.finding(
            editionFormat.text(
                "dossier.money.found", money.ties(), money.unknown(), money.currencies().size())));
    for (Money.Currency currency : money.currencies()) {
      boolean hides =
          editionFormat.anonymised() && currency.flows().stream().anyMatch(MoneyChapter::few);
      if (!hides && currency.flows().size() > 1) {
        blocks.add(Sankey.of(currency, told(currency), editionFormat));
      }
      flows(currency, hides, blocks);
    }
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.money.caveat")));
    return blocks;
  }

  private static boolean few(Money.Flow flow) {
    return flow.payers() < SmallCells.THRESHOLD || flow.payments() < SmallCells.THRESHOLD;
  }

  private List<String> told(Money.Currency currency) {
    return currency.flows().stream()
        .map(
            f ->
                editionFormat.role(f.from())
                    + " → "
                    + editionFormat.role(f.to())
                    + ": "
                    + editionFormat.money(f.sum(), currency.code()))
        .toList();
  }

  private void flows(Money.Currency currency, boolean hides, List<Block> blocks) {
    List<List<String>> rows = new ArrayList<>();
    List<String> withheld = new ArrayList<>();
    for (Money.Flow flow : currency.flows()) {
      if (hides && few(flow)) {
        withheld.add(editionFormat.role(flow.from()) + " → " + editionFormat.role(flow.to()));
        continue;
      }
      rows.add(
          List.of(
              editionFormat.role(flow.from()),
              editionFormat.role(flow.to()),
              editionFormat.money(flow.sum(), currency.code()),
              editionFormat.number(flow.payments())));
    }
    String caption =
        hides
            ? editionFormat.text("dossier.money.flows.hidden", currency.code())
            : editionFormat.text(
                "dossier.money.flows", editionFormat.money(currency.sum(), currency.code()));
    blocks.add(
        rows.isEmpty()
            ? editionFormat.paragraph(caption + ".")
            : new Block.Table(
                caption,
                List.of(
                    editionFormat.text("dossier.col.from"),
                    editionFormat.text("dossier.col.to"),
                    editionFormat.text("dossier.col.sum"),
                    editionFormat.text("dossier.col.payments")),
                rows,
                2,
                editionFormat.text("dossier.none")));
    blocks.addAll(editionFormat.withheld(withheld));
  }
}
