/** Pages of the case file on paper and of the list of disclosures. */
@NullMarked
package org.passerelle.protect.casefile.web;

import org.jspecify.annotations.NullMarked;
