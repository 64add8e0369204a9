package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.network.measure.Mixing;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.SocialStructure;

/** Chapter 3: social structure. */
final class SocialChapter extends WrittenChapter {
  SocialChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    SocialStructure social = findings.social();
    List<Block> blocks = new ArrayList<>();
    SocialStructure.Division family = social.division("family");
    blocks.add(
        pen.finding(pen.text("dossier.social.family." + family.reading(), pen.chance(family.p()))));
    blocks.add(pen.paragraph(pen.text("dossier.social.how", social.ties())));
    List<List<String>> rows = new ArrayList<>();
    for (SocialStructure.Division division : social.divisions()) {
      rows.add(row(division));
    }
    blocks.add(
        new Block.Table(
            pen.text("dossier.social.alternatives"),
            List.of(
                pen.text("dossier.col.division"),
                pen.text("dossier.col.reading"),
                pen.text("dossier.col.known"),
                pen.text("dossier.col.within"),
                pen.text("dossier.col.across"),
                pen.text("dossier.col.index"),
                pen.text("dossier.col.expected"),
                pen.text("dossier.col.p")),
            rows,
            2,
            pen.text("dossier.none")));
    SocialStructure.Core core = social.core();
    blocks.add(new Block.Heading(pen.text("dossier.social.core")));
    blocks.add(
        pen.paragraph(
            core == null
                ? pen.text("dossier.few")
                : pen.text(
                    "dossier.social.core." + core.reading(),
                    core.size(),
                    pen.figure(core.fit(), 2),
                    core.errors())));
    blocks.add(pen.caveat(pen.text("dossier.social.caveat")));
    return blocks;
  }

  private List<String> row(SocialStructure.Division division) {
    Mixing mixing = division.mixing();
    String known = pen.text("dossier.of", division.known(), division.people());
    String name = pen.text("dossier.division." + division.attribute());
    String reading = pen.text("dossier.reading." + division.reading());
    return mixing == null
        ? List.of(name, reading, known, "", "", "", "", pen.text("dossier.untested"))
        : List.of(
            name,
            reading,
            known,
            pen.number(mixing.internal()),
            pen.number(mixing.external()),
            pen.figure(mixing.eiIndex(), 2),
            pen.figure(mixing.eiExpected(), 2),
            pen.chance(division.p()));
  }
}
