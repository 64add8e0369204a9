package org.passerelle.partner.nodes.carriage;

import org.springframework.stereotype.Component;

/**
 * Everything checked when an envelope arrives: rates of strangers, parallel processing, quotas per
 * minute and day, repeated rejections, required certificates, and the counts of rejections.
 */
@Component
record EnvelopeAdmission(
    UnknownSenderRate pace,
    DoorPlaces places,
    Quota quota,
    RejectedBytes refused,
    NodeCertificates certificates,
    Refusals refusals,
    UnknownSenders strangers) {}
