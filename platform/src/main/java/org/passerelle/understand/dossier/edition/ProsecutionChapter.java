package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Evidence;
import org.passerelle.understand.dossier.chapter.Findings;

/** Chapter 11: basis for a prosecution. */
final class ProsecutionChapter extends WrittenChapter {
  ProsecutionChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    Evidence evidence = findings.evidence();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        pen.finding(
            pen.text(
                "dossier.prosecution.found",
                evidence.inEvidence(),
                evidence.inEvidence() + evidence.outOfEvidence())));
    List<String> needs = new ArrayList<>();
    needs.add(pen.text("dossier.prosecution.carried", pen.persons(evidence.carried().size())));
    needs.add(pen.text("dossier.prosecution.single", pen.persons(evidence.single().size())));
    needs.add(pen.text("dossier.prosecution.weak", evidence.weak()));
    blocks.add(new Block.Points(needs));
    if (!pen.anonymised()) {
      named("dossier.prosecution.carried.who", evidence.carried(), blocks);
      named("dossier.prosecution.single.who", evidence.single(), blocks);
    }
    List<List<String>> rows = new ArrayList<>();
    evidence
        .kinds()
        .forEach(
            kind ->
                rows.add(
                    List.of(
                        pen.kind(kind.code()),
                        pen.number(kind.inEvidence()),
                        pen.number(kind.ties() - kind.inEvidence()))));
    blocks.add(
        new Block.Table(
            pen.text("dossier.prosecution.kinds"),
            List.of(
                pen.text("dossier.col.kind"),
                pen.text("dossier.col.evidence"),
                pen.text("dossier.col.outside")),
            rows,
            1,
            pen.text("dossier.none")));
    blocks.add(new Block.Heading(pen.text("dossier.prosecution.requests")));
    blocks.addAll(Requests.of(evidence.countries(), pen));
    blocks.add(pen.caveat(pen.text("dossier.prosecution.caveat")));
    return blocks;
  }

  private void named(String key, List<String> codes, List<Block> blocks) {
    if (!codes.isEmpty()) {
      blocks.add(pen.paragraph(pen.text(key, pen.words(codes))));
    }
  }
}
