/** The pages of hand-overs to other countries, and of those who stand in for focal points. */
@NullMarked
package org.passerelle.protect.handover.web;

import org.jspecify.annotations.NullMarked;
