package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Evidence;
import org.passerelle.understand.dossier.chapter.Findings;

/** Chapter 11: basis for a prosecution. */
final class ProsecutionChapter extends WrittenChapter {
  ProsecutionChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    Evidence evidence = findings.evidence();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        editionFormat.finding(
            editionFormat.text(
                "dossier.prosecution.found",
                evidence.inEvidence(),
                evidence.inEvidence() + evidence.outOfEvidence())));
    List<String> needs = new ArrayList<>();
    needs.add(
        editionFormat.text(
            "dossier.prosecution.carried", editionFormat.persons(evidence.carried().size())));
    needs.add(
        editionFormat.text(
            "dossier.prosecution.single", editionFormat.persons(evidence.single().size())));
    needs.add(editionFormat.text("dossier.prosecution.weak", evidence.weak()));
    blocks.add(new Block.Points(needs));
    if (!editionFormat.anonymised()) {
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
                        editionFormat.kind(kind.code()),
                        editionFormat.number(kind.inEvidence()),
                        editionFormat.number(kind.ties() - kind.inEvidence()))));
    blocks.add(
        new Block.Table(
            editionFormat.text("dossier.prosecution.kinds"),
            List.of(
                editionFormat.text("dossier.col.kind"),
                editionFormat.text("dossier.col.evidence"),
                editionFormat.text("dossier.col.outside")),
            rows,
            1,
            editionFormat.text("dossier.none")));
    blocks.add(new Block.Heading(editionFormat.text("dossier.prosecution.requests")));
    blocks.addAll(Requests.of(evidence.countries(), editionFormat));
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.prosecution.caveat")));
    return blocks;
  }

  private void named(String key, List<String> codes, List<Block> blocks) {
    if (!codes.isEmpty()) {
      blocks.add(editionFormat.paragraph(editionFormat.text(key, editionFormat.words(codes))));
    }
  }
}
