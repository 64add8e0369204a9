package org.passerelle.protect.sharing.consent.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.LegalGround;

/**
 * View of a disclosure for vital interests under review.
 *
 * @param recipient name of the organisation
 * @param by who recorded it
 * @param yesNo options for the first two questions
 * @param follows options for the third
 */
public record VitalReviewPage(
    Case file,
    LegalGround ground,
    String recipient,
    String by,
    List<Option> yesNo,
    List<Option> follows,
    Filled form,
    CaseWords words) {}
