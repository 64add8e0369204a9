/** Pages of the printed case file and the list of disclosures. */
@NullMarked
package org.passerelle.protect.casefile.web;

import org.jspecify.annotations.NullMarked;
