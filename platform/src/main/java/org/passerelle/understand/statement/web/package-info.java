/** What an interview's page shows of statements, and the forms that link and part them. */
@NullMarked
package org.passerelle.understand.statement.web;

import org.jspecify.annotations.NullMarked;
