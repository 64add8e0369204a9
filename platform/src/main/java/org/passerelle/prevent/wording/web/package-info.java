/** Pages on which the texts of a campaign are written in three languages. */
@NullMarked
package org.passerelle.prevent.wording.web;

import org.jspecify.annotations.NullMarked;
