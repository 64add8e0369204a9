/** The pages of cases. */
@NullMarked
package org.passerelle.protect.cases.web;

import org.jspecify.annotations.NullMarked;
