@echo off
rem Starts Tumen with Java 17 or newer. Nobody has tested this file on Windows yet.
setlocal
set "home=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "headless=-Djava.awt.headless=true"
if "%~1"=="console" set "headless="
"%java%" -Xmx512m -XX:MaxNewSize=96m -XX:+UseParallelGC %headless% %TUMEN_JAVA_OPTIONS% -jar "%home%tumen.jar" %*
exit /b %ERRORLEVEL%
